"""The editors' pages, a room for each noun, with its views, its forms and what its pages show."""
