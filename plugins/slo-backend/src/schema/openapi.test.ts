import Ajv from 'ajv/dist/2020';
import { FROZEN, startCompany } from '../__testUtils__/startCompany';
import { type RouteDescription, routes } from './routes';

describe('the document', () => {
  let company: Awaited<ReturnType<typeof startCompany>>;

  beforeAll(async () => {
    company = await startCompany();
  }, 120_000);
  afterAll(() => company?.stop());

  const paths: Record<string, string> = {
    '/v1/rollups': '/v1/rollups?by=system',
    '/v1/summary': '/v1/summary?entityRef=order-service',
    '/v1/gate': '/v1/gate?entityRef=order-service',
  };

  function addressOf({ path }: RouteDescription): string {
    return (paths[path] ?? path).replace(
      '{namespace}/{component}/{name}',
      FROZEN,
    );
  }

  it('is served to those who are signed in', async () => {
    const { body: document } = await company.send('get', '/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toHaveLength(
      new Set(routes.map(({ path }) => path)).size,
    );
    expect(
      (await company.send('get', '/openapi.json', 'anonymous')).status,
    ).toBe(401);
  });

  it.each(
    routes
      .filter(({ method, answer }) => method === 'get' && answer)
      .map(route => [route.path, route] as const),
  )('says what GET %s answers', async (_, route) => {
    const { body: document } = await company.send('get', '/openapi.json');
    const validate = new Ajv({
      strict: false,
      validateFormats: false,
    }).compile(document.components.schemas[route.answer?.name ?? '']);
    const { body, status } = await company.send('get', addressOf(route));
    expect(status).toBe(200);
    expect(validate(body) || validate.errors).toBe(true);
    const refused = await company.send('get', addressOf(route), 'guest');
    const validateError = new Ajv({ strict: false }).compile(
      document.components.schemas.Error,
    );
    expect(validateError(refused.body)).toBe(true);
  });
});
