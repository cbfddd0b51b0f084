output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "vpc_arn" {
  description = "ARN of the VPC."
  value       = aws_vpc.this.arn
}

output "cidr" {
  description = "Address range of the VPC."
  value       = var.cidr
}

output "public_subnet_ids" {
  description = "Public subnets, in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_subnet.public[az].id]
}

output "app_subnet_ids" {
  description = "App subnets (nodes and pods), in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_subnet.app[az].id]
}

output "data_subnet_ids" {
  description = "Data subnets (stores, no route to the internet), in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_subnet.data[az].id]
}

output "transit_subnet_ids" {
  description = "Subnets for the transit gateway attachment, in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_subnet.transit[az].id]
}

output "subnet_cidrs" {
  description = "The plan inside the VPC: public, app, data, transit and pci (set aside for module pci-segment), each in the order of availability_zones."
  value       = local.plan
}

output "public_route_table_ids" {
  description = "Route table of the public subnets (a list of one, so that all tiers read alike)."
  value       = [aws_route_table.public.id]
}

output "app_route_table_ids" {
  description = "Route tables of the app subnets, one per zone, in the order of availability_zones."
  value       = [for az in var.availability_zones : aws_route_table.app[az].id]
}

output "data_route_table_ids" {
  description = "Route table of the data subnets (a list of one)."
  value       = [aws_route_table.data.id]
}

output "private_route_tables" {
  description = "Route tables of app and data subnets by a name that is known in the plan: what a transit gateway attachment adds its routes to."
  value = merge(
    { for i, az in var.availability_zones : "app-${i}" => aws_route_table.app[az].id },
    { data = aws_route_table.data.id },
  )
}

output "endpoint_security_group_id" {
  description = "Security group of the interface endpoints."
  value       = aws_security_group.endpoints.id
}

output "gateway_endpoint_ids" {
  description = "Gateway endpoints by service: s3, dynamodb. Bucket policies can name them (aws:SourceVpce)."
  value       = { for service, endpoint in aws_vpc_endpoint.gateway : service => endpoint.id }
}

output "interface_endpoint_ids" {
  description = "Interface endpoints by service."
  value       = { for service, endpoint in aws_vpc_endpoint.interface : service => endpoint.id }
}

output "nat_public_ips" {
  description = "Addresses that the VPC is seen with on the internet, for allow-lists of partners."
  value       = [for eip in aws_eip.nat : eip.public_ip]
}

output "flow_log_group_name" {
  description = "Log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.name
}

output "kms_key_arn" {
  description = "Key that the flow logs are encrypted with."
  value       = aws_kms_key.this.arn
}
