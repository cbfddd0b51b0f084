import express from 'express';
import request from 'supertest';
import { refuseSchedulerControl } from './rootHttpRouter';

describe('refuseSchedulerControl', () => {
  const app = express()
    .use(refuseSchedulerControl())
    .use((_request, response) => {
      response.json({ passed: true });
    });

  it.each([
    '/api/catalog/.backstage/scheduler/v1/tasks',
    '/api/catalog/.backstage/scheduler/v1/tasks/x/trigger',
    '/api/pull-requests/.backstage/scheduler/v1/tasks/collect/cancel',
    '/api//catalog//.backstage/scheduler/v1/tasks',
    '/api/catalog/%2ebackstage/scheduler/v1/tasks',
    '/api/catalog/.Backstage/Scheduler/v1/tasks',
    '/api/catalog/.backstage/scheduler',
  ])('refuses %s', async path => {
    const response = await request(app).post(path);
    expect(response.status).toBe(403);
    expect(response.body.error.message).toMatch(/cannot be controlled/);
  });

  it.each([
    '/api/catalog/entities',
    '/api/catalog/.backstage/permissions/metadata',
    '/.backstage/health/v1/readiness',
    '/catalog/default/component/.backstage',
    '/api/catalog/%E0%A4%A',
  ])('lets %s through', async path => {
    const response = await request(app).get(path);
    expect(response.status).toBe(200);
  });
});
