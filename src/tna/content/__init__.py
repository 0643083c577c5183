"""The content: what is required and what is asked, read from two folders of YAML into frozen models."""
