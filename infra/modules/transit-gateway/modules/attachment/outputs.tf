output "attachment_id" {
  description = "Attachment id; the network account lists it in the input attachments of module transit-gateway."
  value       = aws_ec2_transit_gateway_vpc_attachment.this.id
}
