// Put the two CSV files into the import folder of the database, or their addresses into this file; then run it.
CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:KG) REQUIRE n.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (n:KG {id: row.`id:ID`})
SET n.label = row.`label`,
    n.name = row.`name`,
    n.kind = row.`kind`,
    n.score = toFloat(row.`score:double`),
    n.mentions = toInteger(row.`mentions:long`),
    n.aliases = split(row.`aliases:string[]`, '\u001F'),
    n.link = row.`link`,
    n.link_name = row.`link_name`,
    n.link_kind = row.`link_kind`,
    n.country = row.`country`,
    n.wikidata = row.`wikidata`,
    n.latitude = toFloat(row.`latitude:double`),
    n.longitude = toFloat(row.`longitude:double`),
    n.within = split(row.`within:string[]`, '\u001F'),
    n.link_score = toFloat(row.`link_score:double`),
    n.candidates = row.`candidates`,
    n.type = row.`type`,
    n.certainty = row.`certainty`,
    n.polarity = row.`polarity`,
    n.tense = row.`tense`,
    n.time = row.`time`,
    n.time_begin = date(row.`time_begin:date`),
    n.time_end = date(row.`time_end:date`),
    n.granularity = row.`granularity`,
    n.time_score = toFloat(row.`time_score:double`),
    n.time_evidence = row.`time_evidence`,
    n.differs = split(row.`differs:string[]`, '\u001F'),
    n.differences = row.`differences`,
    n.title = row.`title`,
    n.published = row.`published`,
    n.publisher = row.`publisher`,
    n.url = row.`url`,
    n.language = row.`language`,
    n.path = row.`path`,
    n.sha256 = row.`sha256`,
    n.uri = row.`uri`;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = 'Article'
MATCH (n:KG {id: row.`id:ID`}) SET n:`Article`;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = 'Event'
MATCH (n:KG {id: row.`id:ID`}) SET n:`Event`;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = 'Facility'
MATCH (n:KG {id: row.`id:ID`}) SET n:`Facility`;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = 'Person'
MATCH (n:KG {id: row.`id:ID`}) SET n:`Person`;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row WITH row WHERE row.`:LABEL` = 'Place'
MATCH (n:KG {id: row.`id:ID`}) SET n:`Place`;

LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.`:TYPE` = 'MENTIONED_IN'
MATCH (a:KG {id: row.`:START_ID`}), (b:KG {id: row.`:END_ID`})
MERGE (a)-[r:`MENTIONED_IN` {id: row.id}]->(b)
SET r.label = row.`label`,
    r.relation = row.`relation`,
    r.score = toFloat(row.`score:double`),
    r.weight = toFloat(row.`weight:double`),
    r.article = row.`article`,
    r.start = toInteger(row.`start:long`),
    r.end = toInteger(row.`end:long`),
    r.text = row.`text`,
    r.sentence = row.`sentence`,
    r.evidence = row.`evidence`,
    r.value = row.`value`,
    r.former = toBoolean(row.`former:boolean`),
    r.time_begin = date(row.`time_begin:date`),
    r.time_end = date(row.`time_end:date`),
    r.uri = row.`uri`;

LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.`:TYPE` = 'PARTICIPANT'
MATCH (a:KG {id: row.`:START_ID`}), (b:KG {id: row.`:END_ID`})
MERGE (a)-[r:`PARTICIPANT` {id: row.id}]->(b)
SET r.label = row.`label`,
    r.relation = row.`relation`,
    r.score = toFloat(row.`score:double`),
    r.weight = toFloat(row.`weight:double`),
    r.article = row.`article`,
    r.start = toInteger(row.`start:long`),
    r.end = toInteger(row.`end:long`),
    r.text = row.`text`,
    r.sentence = row.`sentence`,
    r.evidence = row.`evidence`,
    r.value = row.`value`,
    r.former = toBoolean(row.`former:boolean`),
    r.time_begin = date(row.`time_begin:date`),
    r.time_end = date(row.`time_end:date`),
    r.uri = row.`uri`;

LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.`:TYPE` = 'PLACE'
MATCH (a:KG {id: row.`:START_ID`}), (b:KG {id: row.`:END_ID`})
MERGE (a)-[r:`PLACE` {id: row.id}]->(b)
SET r.label = row.`label`,
    r.relation = row.`relation`,
    r.score = toFloat(row.`score:double`),
    r.weight = toFloat(row.`weight:double`),
    r.article = row.`article`,
    r.start = toInteger(row.`start:long`),
    r.end = toInteger(row.`end:long`),
    r.text = row.`text`,
    r.sentence = row.`sentence`,
    r.evidence = row.`evidence`,
    r.value = row.`value`,
    r.former = toBoolean(row.`former:boolean`),
    r.time_begin = date(row.`time_begin:date`),
    r.time_end = date(row.`time_end:date`),
    r.uri = row.`uri`;

LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row WITH row WHERE row.`:TYPE` = 'REPORTED_IN'
MATCH (a:KG {id: row.`:START_ID`}), (b:KG {id: row.`:END_ID`})
MERGE (a)-[r:`REPORTED_IN` {id: row.id}]->(b)
SET r.label = row.`label`,
    r.relation = row.`relation`,
    r.score = toFloat(row.`score:double`),
    r.weight = toFloat(row.`weight:double`),
    r.article = row.`article`,
    r.start = toInteger(row.`start:long`),
    r.end = toInteger(row.`end:long`),
    r.text = row.`text`,
    r.sentence = row.`sentence`,
    r.evidence = row.`evidence`,
    r.value = row.`value`,
    r.former = toBoolean(row.`former:boolean`),
    r.time_begin = date(row.`time_begin:date`),
    r.time_end = date(row.`time_end:date`),
    r.uri = row.`uri`;

