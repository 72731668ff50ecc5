DROP TABLE IF EXISTS reject_errors;
DROP TABLE IF EXISTS reject_scans;
