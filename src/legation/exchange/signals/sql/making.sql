-- Signals in the making: the rows of a batch, each with the number that it is known by for good.
CREATE OR REPLACE TEMP TABLE making AS
SELECT told.* EXCLUDE (file), batch.number, md5_number_lower($dataset || ':' || native) AS row_id
FROM ({signals}) AS told
JOIN batch ON batch.path = told.file
