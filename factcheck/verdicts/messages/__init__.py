"""Telling people of the desk what concerns them: whom an act concerns, their messages, their mails, @names."""
