CREATE OR REPLACE VIEW all_signals AS
SELECT dataset || ':' || native AS id, *
FROM read_parquet({parts}) AS told
{standing}
