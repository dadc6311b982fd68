"""How the tables and the ranker of ``kg/extract/coreference`` are made."""
