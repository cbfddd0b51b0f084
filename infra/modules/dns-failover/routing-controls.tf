# Switches in five regions, of which any one that answers is enough: they work while the
# consoles of Route 53 and of the failed region do not. Terraform makes them and leaves
# their state to people and drills; a new control is off, see the README for the first use.

resource "aws_route53recoverycontrolconfig_cluster" "this" {
  count = var.routing_controls ? 1 : 0

  name = var.name
}

resource "aws_route53recoverycontrolconfig_control_panel" "this" {
  count = var.routing_controls ? 1 : 0

  name        = var.name
  cluster_arn = aws_route53recoverycontrolconfig_cluster.this[0].arn
}

resource "aws_route53recoverycontrolconfig_routing_control" "this" {
  for_each = { for name, endpoint in var.endpoints : name => endpoint if var.routing_controls }

  name              = "${var.name}-${each.key}"
  cluster_arn       = aws_route53recoverycontrolconfig_cluster.this[0].arn
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.this[0].arn
}

# Nobody can switch off both regions, also not by a slip in the middle of an incident.
resource "aws_route53recoverycontrolconfig_safety_rule" "this" {
  count = var.routing_controls ? 1 : 0

  name              = "${var.name}-one-region-on"
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.this[0].arn
  asserted_controls = values(aws_route53recoverycontrolconfig_routing_control.this)[*].arn
  wait_period_ms    = 5000

  rule_config {
    inverted  = false
    threshold = 1
    type      = "ATLEAST"
  }
}
