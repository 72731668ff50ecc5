SELECT * FROM all_signals WHERE row_id = md5_number_lower($id)
