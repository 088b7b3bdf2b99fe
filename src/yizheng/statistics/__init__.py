"""What the figures say: what a change of the catalogue concerns, which industries could come next (S-018, S-022)."""
