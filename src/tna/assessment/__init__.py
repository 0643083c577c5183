"""An assessment under way: its answers as events, what they add up to, and what fits a question."""
