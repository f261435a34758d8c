"""Records to what people read: text, Markdown, HTML, CSV, Parquet."""
