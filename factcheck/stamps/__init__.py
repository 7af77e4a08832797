"""What changed since a page was made: stamps of the tables that readers' pages show, moved by whatever writes there."""
