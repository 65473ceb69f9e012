"""The query language as a table of cases: queries.txt, over the articles of articles.toml, for people to read."""
