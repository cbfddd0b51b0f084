# A user group must hold a user called default. This one is switched off and may do nothing, so that nobody gets in
# without a name. It has no password because nothing can log in with it, and a password would stand in the state.
resource "aws_elasticache_user" "default" {
  user_id       = "${var.name}-off"
  user_name     = "default"
  engine        = "redis"
  access_string = "off -@all"
  tags          = module.tags.all

  authentication_mode {
    type = "no-password-required"
  }
}

# IAM asks for an id that is the same as the name.
resource "aws_elasticache_user" "this" {
  for_each      = var.users
  user_id       = each.key
  user_name     = each.key
  engine        = "redis"
  access_string = each.value.access_string
  tags          = module.tags.all

  authentication_mode {
    type = "iam"
  }
}

resource "aws_elasticache_user_group" "this" {
  user_group_id = var.name
  engine        = "redis"
  user_ids      = concat([aws_elasticache_user.default.user_id], [for user in aws_elasticache_user.this : user.user_id])
  tags          = module.tags.all
}
