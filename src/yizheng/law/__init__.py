"""The law as pure functions and tables: no framework, no input or output, no clock, no randomness."""
