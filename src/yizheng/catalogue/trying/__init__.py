"""Trying a catalogue out: made-up applicants, every combination of answers, what a situation costs."""
