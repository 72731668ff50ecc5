-- The rows of files of one dialect; what cannot be read goes to reject_errors.
SELECT *{missing}
FROM read_csv(
    $files, columns = $columns, header = $header, delim = $delimiter, quote = $quote, escape = $escape,
    nullstr = $empty, force_not_null = $needed, dateformat = $date_format, auto_detect = false,
    filename = 'file', store_rejects = true, max_line_size = 8388608
)
