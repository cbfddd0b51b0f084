mock_provider "aws" {}

variables {
  name         = "arctiq"
  account_id   = "123456789012"
  alert_emails = ["finops@arctiq.example"]
  tags = {
    team        = "platform"
    service     = "budget"
    environment = "management"
    cost_centre = "cc-1000"
  }
}

run "refuses_a_name_in_capitals" {
  command = plan
  variables {
    name = "Arctiq"
  }
  expect_failures = [var.name]
}

run "refuses_an_account_id_of_eleven_digits" {
  command = plan
  variables {
    account_id = "12345678901"
  }
  expect_failures = [var.account_id]
}

run "refuses_a_ceiling_of_nothing" {
  command = plan
  variables {
    ceiling_usd = 0
  }
  expect_failures = [var.ceiling_usd]
}

run "refuses_a_ceiling_above_the_company_s_without_a_reason" {
  command = plan
  variables {
    ceiling_usd = 85001
  }
  expect_failures = [var.ceiling_usd]
}

run "refuses_a_reason_that_is_none" {
  command = plan
  variables {
    ceiling_usd              = 85001
    ceiling_exception_reason = "ok"
  }
  expect_failures = [var.ceiling_exception_reason]
}

run "refuses_a_team_in_capitals" {
  command = plan
  variables {
    team_budgets_usd = { Orders = 100 }
  }
  expect_failures = [var.team_budgets_usd]
}

run "refuses_teams_that_together_exceed_the_ceiling" {
  command = plan
  variables {
    team_budgets_usd = { orders = 50000, payments = 50000 }
  }
  expect_failures = [var.team_budgets_usd]
}

run "refuses_a_budget_that_nobody_hears_of" {
  command = plan
  variables {
    alert_emails = []
  }
  expect_failures = [var.alert_emails]
}

run "refuses_an_anomaly_threshold_of_a_cent" {
  command = plan
  variables {
    anomaly_threshold_usd = 0.01
  }
  expect_failures = [var.anomaly_threshold_usd]
}

run "refuses_an_unknown_cost_allocation_tag" {
  command = plan
  variables {
    cost_allocation_tags = ["Owner"]
  }
  expect_failures = [var.cost_allocation_tags]
}
