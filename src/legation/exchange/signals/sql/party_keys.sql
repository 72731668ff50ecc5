SELECT DISTINCT source_key FROM making UNION SELECT DISTINCT target_key FROM making
