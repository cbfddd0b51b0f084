variables {
  module = "bucket"
  values = {
    team        = "orders"
    service     = "order-service"
    environment = "dev"
    cost_centre = "cc-1001"
  }
}

run "spells_the_tags_of_the_company" {
  command = plan

  assert {
    condition = output.all == tomap({
      team        = "orders"
      service     = "order-service"
      environment = "dev"
      cost-centre = "cc-1001"
      managed-by  = "terraform"
      module      = "bucket"
    })
    error_message = "The tags are not those that cost allocation and ownership look for."
  }
}
