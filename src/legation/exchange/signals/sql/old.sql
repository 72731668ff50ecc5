-- The versions that newer rows replace.
COPY (
    SELECT met.row_id, met.part
    FROM met
    SEMI JOIN making ON making.row_id = met.row_id
) TO {path} (FORMAT parquet)
