variables {
  module = "bucket"
  values = {
    team        = "orders"
    service     = "order-service"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

run "refuses_a_module_that_is_no_folder" {
  command = plan
  variables {
    module = "My Bucket"
  }
  expect_failures = [var.module]
}

run "refuses_an_empty_team" {
  command = plan
  variables {
    values = { team = "", service = "order-service", environment = "dev", cost_centre = "cc-1001" }
  }
  expect_failures = [var.values]
}

run "refuses_a_service_in_capitals" {
  command = plan
  variables {
    values = { team = "orders", service = "Order Service", environment = "dev", cost_centre = "cc-1001" }
  }
  expect_failures = [var.values]
}

run "refuses_an_unknown_environment" {
  command = plan
  variables {
    values = { team = "orders", service = "order-service", environment = "production", cost_centre = "cc-1001" }
  }
  expect_failures = [var.values]
}

run "refuses_a_cost_centre_of_another_form" {
  command = plan
  variables {
    values = { team = "orders", service = "order-service", environment = "dev", cost_centre = "1001" }
  }
  expect_failures = [var.values]
}
