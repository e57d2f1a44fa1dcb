"""Graph and claims in the forms that others read; `exporters.py` lists them."""
