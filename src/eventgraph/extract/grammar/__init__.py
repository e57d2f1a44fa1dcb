"""How a sentence is built: who is subject, who object, what stands side by side."""
