CREATE OR REPLACE VIEW rejects AS
SELECT *
FROM read_csv({files}, header = true, all_varchar = true, quote = '"', escape = '"')
