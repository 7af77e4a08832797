"""The desk's public data as JSON: what readers' pages show, asked by the same queries, and nothing else."""
