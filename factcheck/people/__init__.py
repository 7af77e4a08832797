"""Accounts: trying passwords, the second step, open sessions, invitations. It knows the ledger alone."""
