"""What the API answers, field by field: only what stands in one of these can leave the house."""
