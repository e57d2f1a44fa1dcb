"""The pattern engine: rules in YAML, compiled once, matched against trees; and why they match or not."""
