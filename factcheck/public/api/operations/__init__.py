"""What can be asked of the API, a module for each noun, by the queries that readers' pages ask."""
