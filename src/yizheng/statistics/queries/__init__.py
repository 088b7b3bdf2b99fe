"""What the room tells: frozen dataclasses, worked out in few statements."""
