import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, scan } from './blocks.mjs';

const text = `resource "aws_x" "this" {
  name = "a{b" # {
  text = <<-EOT
    fake = {
  EOT
  tags = merge(module.tags.all, {
    Name = "a"
  })

  dynamic "rule" {
    for_each = var.rules

    content {
      open = true
    }
  }
}

locals {
  list = [
    { a = 1 },
  ]
}
`;

test('finds arguments with their lines and the blocks around them', () => {
  const { args } = scan(text);
  assert.deepEqual(
    args.map(({ name, start, end, path }) => [name, start, end, path.length]),
    [
      ['name', 1, 1, 1],
      ['text', 2, 4, 1],
      ['tags', 5, 7, 1],
      ['for_each', 10, 10, 2],
      ['open', 13, 13, 3],
      ['list', 19, 21, 1],
    ],
  );
  assert.equal(idOf(args[2].path, 'tags'), 'aws_x.this');
  assert.equal(idOf(args[5].path, 'list'), 'local.list');
});

test('finds blocks with their last line', () => {
  assert.deepEqual(
    scan(text).blocks.map(({ start, end }) => [start, end]),
    [
      [0, 16],
      [9, 15],
      [12, 14],
      [18, 22],
    ],
  );
});
