import type { Component } from '../../model';
import type { FileSeed } from '../../seed';

const TYPESCRIPT_SERVICE = {
  '@opentelemetry/sdk-node': '0.203.0',
  fastify: '5.4.0',
  kafkajs: '2.2.4',
  pino: '9.7.0',
  'prom-client': '15.1.3',
};
const TYPESCRIPT_WEB = {
  '@tanstack/react-query': '5.81.2',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'react-router-dom': '6.30.1',
};
const TYPESCRIPT_MOBILE = {
  '@tanstack/react-query': '5.81.2',
  react: '19.0.0',
  'react-native': '0.79.4',
};

function packageJson(component: Component): FileSeed {
  const dependencies = {
    service: TYPESCRIPT_SERVICE,
    worker: TYPESCRIPT_SERVICE,
    website: TYPESCRIPT_WEB,
    'mobile-app': TYPESCRIPT_MOBILE,
    monolith: TYPESCRIPT_WEB,
    'stream-job': TYPESCRIPT_SERVICE,
  }[component.type];
  const content = {
    name: `@arctiq-commerce/${component.name}`,
    version: '1.0.0',
    private: true,
    description: component.description,
    license: 'UNLICENSED',
    engines: { node: '>=22' },
    dependencies,
  };
  return {
    path: 'package.json',
    content: `${JSON.stringify(content, undefined, 2)}\n`,
  };
}

function goMod(component: Component): FileSeed {
  return {
    path: 'go.mod',
    content: `module github.arctiq.example/arctiq-commerce/${component.name}

go 1.24

require (
	github.com/prometheus/client_golang v1.22.0
	github.com/redis/go-redis/v9 v9.10.0
	github.com/twmb/franz-go v1.19.5
	go.opentelemetry.io/otel v1.36.0
)
`,
  };
}

function gradle(component: Component): FileSeed {
  const plugin =
    component.language === 'kotlin' ? 'kotlin("jvm") version "2.1.21"' : 'java';
  const dependencies =
    component.runtime === 'flink'
      ? [
          'org.apache.flink:flink-streaming-java:1.20.1',
          'org.apache.flink:flink-connector-kafka:3.4.0-1.20',
        ]
      : [
          'org.springframework.boot:spring-boot-starter-web:3.4.7',
          'org.springframework.kafka:spring-kafka:3.3.7',
          'io.micrometer:micrometer-registry-prometheus:1.14.8',
        ];
  return {
    path: 'build.gradle.kts',
    content: `plugins {
    ${plugin}
}

group = "example.arctiq"
description = "${component.description}"

dependencies {
${dependencies.map(name => `    implementation("${name}")`).join('\n')}
}
`,
  };
}

function pyproject(component: Component): FileSeed {
  return {
    path: 'pyproject.toml',
    content: `[project]
name = "${component.name}"
version = "1.0.0"
description = "${component.description}"
requires-python = ">=3.12"
dependencies = [
    "aiokafka==0.12.0",
    "fastapi==0.115.13",
    "opentelemetry-sdk==1.34.1",
    "prometheus-client==0.22.1",
]
`,
  };
}

function composer(component: Component): FileSeed {
  const content = {
    name: `arctiq-commerce/${component.name}`,
    description: component.description,
    type: 'project',
    require: {
      php: '^8.2',
      'laravel/framework': '10.48.29',
      'predis/predis': '2.4.0',
    },
  };
  return {
    path: 'composer.json',
    content: `${JSON.stringify(content, undefined, 4)}\n`,
  };
}

/** The file in which a component of its language names its dependencies. */
export function manifest(component: Component): FileSeed {
  switch (component.language) {
    case 'go':
      return goMod(component);
    case 'java':
    case 'kotlin':
      return gradle(component);
    case 'python':
      return pyproject(component);
    case 'php':
      return composer(component);
    default:
      return packageJson(component);
  }
}
