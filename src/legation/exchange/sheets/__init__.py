"""Tables as they lie in files: CSV, workbooks and XML of records, each as sheets of rows of cells."""
