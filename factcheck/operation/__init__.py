"""Running the site: serving it with what it needs beside it, and telling whether it is well."""
