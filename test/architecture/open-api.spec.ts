import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Controller, Get, Module, Param, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { openApi } from '../../services/website/src/api-docs/open-api.js';
import { controllersOf } from '../../services/website/src/api-docs/routes-of.js';
import { Operation } from '../../services/website/src/wire/operation.js';
import { PublicRoutes } from '../../services/website/src/wire/routes.js';
import { textOf } from './rules/tree.js';

/** Recommended rules that are not for us, with the reason. */
const notForUs: Readonly<Record<string, string>> = {
  'operation-4xx-response':
    'a route that reads nothing of its request refuses nothing; what HTTP itself refuses is in `default`',
  'no-ambiguous-paths':
    'an id is a UUID and a provider one of a list, so no address is both of /{letter_id}/export and /agreements/{provider}',
};

async function problemsOf(source: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const found = await lintFromString({ source, absoluteRef: 'openapi.json', config });
  return found
    .filter(({ ruleId }) => !notForUs[ruleId])
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

describe('docs/openapi.json', () => {
  it('is valid by the recommended rules of the field', async () => {
    const text = textOf('docs/openapi.json');
    expect(await problemsOf(text)).toEqual([]);
    expect(await problemsOf(text.replace('"responses"', '"answers"'))).not.toEqual([]);
  });

  it('is not made of a route that says nothing of itself', () => {
    @Controller('cats')
    class FeedCatRoute {
      @Post('feed')
      feed() {}
    }
    expect(() => openApi([FeedCatRoute])).toThrow(
      /feedCat \(\/cats\/feed\) says nothing of itself/,
    );
  });

  it('is not made of a path parameter that nobody has explained', () => {
    @Controller('cats')
    class GetCatRoute {
      @Operation('One cat.', { reply: z.object({ cat: z.string() }) })
      @Get(':cat')
      cat(@Param('cat') cat: string) {
        return { cat };
      }
    }
    expect(() => openApi([GetCatRoute])).toThrow(/path parameter cat/);
  });

  it('has the routes of imported modules, under /api only', () => {
    @PublicRoutes('cats')
    class ListCatsRoute {
      @Operation('All cats.', { reply: z.object({ catNames: z.array(z.string()) }) })
      @Get()
      cats() {
        return { catNames: [] };
      }
    }
    @Module({ controllers: [ListCatsRoute] })
    class CatsModule {}
    @Module({ imports: [{ module: CatsModule }] })
    class HomeModule {}
    const { paths } = openApi(controllersOf(HomeModule)) as { paths: object };
    expect(Object.keys(paths)).toEqual(['/api/cats']);
    expect(JSON.stringify(paths)).toContain('"cat_names"');
  });
});
