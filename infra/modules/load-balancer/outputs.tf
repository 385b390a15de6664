output "arn" {
  description = "The load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "The load balancer as CloudWatch's dimensions name it."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "Where the load balancer is reached."
  value       = aws_lb.this.dns_name
}

output "zone_id" {
  description = "Hosted zone of that name, for an alias record."
  value       = aws_lb.this.zone_id
}

output "security_group_id" {
  description = "Security group of the load balancer; where it may connect to is for the targets' side to add."
  value       = aws_security_group.this.id
}

# A service can be given its target group only once a listener has it.
output "gateway_target_group" {
  description = "Target group of the gateway."
  value       = { arn = aws_lb_target_group.gateway.arn, arn_suffix = aws_lb_target_group.gateway.arn_suffix }
  depends_on  = [aws_lb_listener_rule.gateway]
}

output "operator_target_groups" {
  description = "Target groups of the operators' endpoints, by target."
  value       = { for target, group in aws_lb_target_group.operators : target => { arn = group.arn, arn_suffix = group.arn_suffix } }
  depends_on  = [aws_lb_listener.operators]
}
