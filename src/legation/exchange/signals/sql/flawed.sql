SELECT file, count(*) FROM read_parquet($path) WHERE flaws IS NOT NULL GROUP BY file
