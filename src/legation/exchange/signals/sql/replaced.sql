ANTI JOIN read_parquet({old}) AS old ON old.row_id = told.row_id AND old.part = told.part
