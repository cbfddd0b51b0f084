terraform {
  required_version = ">= 1.9.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.80.0"
    }
  }
}

# Metrics of health checks exist in this region only.
provider "aws" {
  region = "us-east-1"
}

resource "aws_route53_zone" "this" {
  #checkov:skip=CKV2_AWS_38:the zone of an example, that of the company is signed where it is made (until 2027-05-31)
  #checkov:skip=CKV2_AWS_39:the zone of an example, that of the company logs where it is made (until 2027-05-31)
  name = "arctiq.example"
}

module "dns_failover" {
  source = "../.."

  name            = "arctiq-staging-api"
  zone_id         = aws_route53_zone.this.zone_id
  alarm_topic_arn = "arn:aws:sns:us-east-1:111122223333:arctiq-alarms"

  # The switches cost about 1,800 dollars a month; staging drills by health checks alone.
  routing_controls = false

  endpoints = {
    use1 = { region = "us-east-1", target = "lb-use1.arctiq.example", primary = true, health = { fqdn = "health-use1.arctiq.example" } }
    euw1 = { region = "eu-west-1", target = "lb-euw1.arctiq.example", primary = false, health = { fqdn = "health-euw1.arctiq.example" } }
  }

  records = {
    api   = { name = "api.arctiq.example", policy = "latency" }
    admin = { name = "admin.arctiq.example", policy = "failover", ttl = 60 }
  }

  tags = { team = "platform", service = "dns-failover", environment = "staging", cost_centre = "cc-1000" }
}

output "worst_case_client_move_seconds" {
  description = "How long until the last client has moved."
  value       = module.dns_failover.worst_case_client_move_seconds
}
