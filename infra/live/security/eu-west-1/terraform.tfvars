account_id = "210000000002"
region     = "eu-west-1"
