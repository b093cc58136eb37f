"""What is kept: models, migrations, queries, encryption, erasers. The only SQL of the product."""
