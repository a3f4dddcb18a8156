import { describe, expect, test } from 'vitest';
import { decide } from '#infra/local/iam/decide.ts';
import { dynamodbNeeds } from '#infra/local/iam/dynamodb-needs.ts';
import { readStatements } from '#infra/local/iam/statement.ts';

const table = 'arn:aws:dynamodb:r:0:table/T';
const find = () => ({ arn: table, partitionKey: 'pk', indexPartitionKeys: { gsi1: 'gsi1pk' } });
const read = (...Statement: readonly object[]) => readStatements(JSON.parse(JSON.stringify({ Statement })));
const need = (action: string, resource = table, keys?: readonly string[]) => ({
  action,
  resource,
  context: keys ? { 'dynamodb:LeadingKeys': keys } : {},
});

describe('statements', () => {
  test('allow what matches by wildcard, whatever the case of the action', () => {
    const statements = read({ Effect: 'Allow', Action: 'dynamodb:*Item', Resource: `${table}*` });
    expect(decide(statements, need('DynamoDB:PutItem'))).toBe('allowed');
    expect(decide(statements, need('dynamodb:Query'))).toBe('none');
    expect(decide(statements, need('dynamodb:PutItem', 'arn:aws:dynamodb:r:0:table/U'))).toBe('none');
  });

  test('of a table do not cover its indexes', () => {
    const statements = read({ Effect: 'Allow', Action: ['dynamodb:Query'], Resource: [table] });
    expect(decide(statements, need('dynamodb:Query', `${table}/index/gsi1`))).toBe('none');
  });

  test('deny for any leading key of a batch that matches', () => {
    const statements = read(
      { Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 'dynamodb:UpdateItem',
        Resource: table,
        Condition: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['AUD#*'] } },
      },
    );
    expect(decide(statements, need('dynamodb:UpdateItem', table, ['ORG#1', 'AUD#1']))).toBe('deny');
    expect(decide(statements, need('dynamodb:UpdateItem', table, ['ORG#1']))).toBe('allowed');
    expect(decide(statements, need('dynamodb:UpdateItem', table))).toBe('allowed');
  });

  test('allow for all leading keys only when every one matches', () => {
    const statements = read({
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['OUT#*'] } },
    });
    expect(decide(statements, need('dynamodb:PutItem', table, ['OUT#1', 'OUT#2']))).toBe('allowed');
    expect(decide(statements, need('dynamodb:PutItem', table, ['OUT#1', 'ORG#2']))).toBe('none');
  });

  test('with an operator that is not known here are refused when read', () => {
    expect(() => read({ Effect: 'Allow', Action: '*', Resource: '*', Condition: { IpAddress: {} } })).toThrow(
      'IpAddress',
    );
  });
});

describe('what a DynamoDB request needs', () => {
  const needs = (operation: string, request: object) =>
    dynamodbNeeds(operation, JSON.parse(JSON.stringify(request)), find).map(({ action, resource, context }) => [
      action,
      resource,
      context['dynamodb:LeadingKeys'],
    ]);

  test('a transaction needs the action of each of its parts', () => {
    const key = { pk: { S: 'A' } };
    const TransactItems = [
      { Put: { TableName: 'T', Item: key } },
      { Update: { TableName: 'T', Key: key } },
      { Delete: { TableName: 'T', Key: key } },
      { ConditionCheck: { TableName: 'T', Key: { pk: { S: 'B' } } } },
    ];
    expect(needs('TransactWriteItems', { TransactItems })).toEqual([
      ['dynamodb:PutItem', table, ['A']],
      ['dynamodb:UpdateItem', table, ['A']],
      ['dynamodb:DeleteItem', table, ['A']],
      ['dynamodb:ConditionCheckItem', table, ['B']],
    ]);
  });

  test('a query of an index needs the index, with the key that is queried', () => {
    const request = {
      TableName: 'T',
      IndexName: 'gsi1',
      KeyConditionExpression: '#k = :v AND sk > :s',
      ExpressionAttributeNames: { '#k': 'gsi1pk' },
      ExpressionAttributeValues: { ':v': { S: 'DUE' }, ':s': { S: '1' } },
    };
    expect(needs('Query', request)).toEqual([['dynamodb:Query', `${table}/index/gsi1`, ['DUE']]]);
  });

  test('a batch needs one action with the keys of all its items', () => {
    const request = {
      RequestItems: {
        T: [{ PutRequest: { Item: { pk: { S: 'A' } } } }, { DeleteRequest: { Key: { pk: { S: 'B' } } } }],
      },
    };
    expect(needs('BatchWriteItem', request)).toEqual([['dynamodb:BatchWriteItem', table, ['A', 'B']]]);
  });
});
