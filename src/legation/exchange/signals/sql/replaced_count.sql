SELECT count(*) FROM met SEMI JOIN making ON making.row_id = met.row_id
