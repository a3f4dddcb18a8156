import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '#infra/local/template/json.ts';
import { createResolver } from '#infra/local/template/resolver.ts';
import { readTemplate } from '#infra/local/template/template.ts';

const names = {
  ref: (id: string) => `name-of-${id}`,
  attribute: (id: string, name: string) => (name === 'DomainName' ? 'localhost:3000' : `${id}.${name}!`),
};

function resolve(value: Json, body: JsonObject = {}, parameters: Record<string, string> = {}): Json | undefined {
  const template = readTemplate('Stack', { Resources: {}, ...body }, new Map());
  return createResolver(template, names, {
    region: 'ap-northeast-1',
    accountId: '0',
    domain: 'localhost:3000',
    parameters,
  }).resolve(value);
}

describe('the resolver', () => {
  test('replaces references, attributes and joins, however deep', () => {
    expect(resolve({ a: [{ 'Fn::Join': ['-', ['x', { Ref: 'Table' }, { 'Fn::GetAtt': ['Fn', 'Arn'] }]] }] })).toEqual({
      a: ['x-name-of-Table-Fn.Arn!'],
    });
  });

  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
  test('substitutes names, attributes, own values and literals in a text', () => {
    expect(
      resolve({ 'Fn::Sub': ['${AWS::Region}/${Table}/${Fn.Arn}/${own}/${!kept}', { own: { Ref: 'AWS::StackName' } }] }),
    ).toBe('ap-northeast-1/name-of-Table/Fn.Arn!/Stack/${kept}');
  });
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders

  test('selects from a split text', () => {
    expect(resolve({ 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] })).toBe('b');
  });

  test('takes a parameter from outside before its default', () => {
    const body = { Parameters: { Domain: { Default: 'a.example' } } };
    expect(resolve({ Ref: 'Domain' }, body)).toBe('a.example');
    expect(resolve({ Ref: 'Domain' }, body, { Domain: 'b.example' })).toBe('b.example');
  });

  test('refuses a parameter that has no value at all', () => {
    expect(() => resolve({ Ref: 'Domain' }, { Parameters: { Domain: {} } })).toThrow('Domain');
  });

  test('follows conditions and leaves out what has no value', () => {
    const body = { Conditions: { Large: { 'Fn::Not': [{ 'Fn::Equals': ['a', 'a'] }] } } };
    expect(
      resolve({ size: { 'Fn::If': ['Large', 9, 1] }, gone: { 'Fn::If': ['Large', 1, { Ref: 'AWS::NoValue' }] } }, body),
    ).toEqual({ size: 1 });
  });

  test('knows no TLS on one machine: https before the distribution becomes http', () => {
    expect(resolve({ 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Front', 'DomainName'] }, '/h']] })).toBe(
      'http://localhost:3000/h',
    );
    expect(resolve('https://elsewhere.example')).toBe('https://elsewhere.example');
  });

  test('refuses an intrinsic that it does not know', () => {
    expect(() => resolve({ 'Fn::ImportValue': 'x' })).toThrow('Fn::ImportValue');
  });
});
