-- Rows of a batch that stand in earlier partitions already.
CREATE OR REPLACE TEMP TABLE met AS
SELECT told.row_id, told.part, told.stamp
FROM read_parquet($parts) AS told
SEMI JOIN making ON making.row_id = told.row_id
