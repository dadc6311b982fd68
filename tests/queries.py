"""Questions that more than one test asks."""

WHO_MET_WHERE_AND_WHEN = """
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX schema: <https://schema.org/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT (GROUP_CONCAT(DISTINCT ?who; separator=" | ") AS ?participants) ?where ?when (COUNT(DISTINCT ?article) AS ?articles)
WHERE {
  ?event a sem:Event ; sem:eventType/rdfs:label "Meeting" ; sem:hasActor/rdfs:label ?who ; sem:hasPlace/rdfs:label ?where ;
         sem:hasTimeStamp ?when ; schema:subjectOf ?article .
  ?article a schema:NewsArticle .
  ?event sem:hasActor/rdfs:label ?a , ?b . FILTER(CONTAINS(?a, "Putin") && CONTAINS(?b, "Kim"))
} GROUP BY ?event ?where ?when
"""
