"""Bytes: the files of a home, written so that each is always either the old one or the new one."""
