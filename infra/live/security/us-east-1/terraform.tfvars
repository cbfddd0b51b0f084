account_id = "210000000002"
region     = "us-east-1"
