import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';
import { platformFolder, readDocuments } from './files.mjs';

/** The product teams that the company model knows, without the platform's own. */
export function readModelTeams() {
  const text = fs.readFileSync(
    inRoot('packages/sandbox/src/model/organization.ts'),
    'utf8',
  );
  const rows = text.slice(text.indexOf('TEAM_ROWS'));
  return [...rows.matchAll(/^ {4}name: '([a-z-]+)',$/gm)]
    .map(match => match[1])
    .filter(name => name !== 'platform');
}

/** Team to cost centre, as Terraform tags them. */
export function readCostCentres() {
  return JSON.parse(fs.readFileSync(inRoot('infra/live/company.json'), 'utf8'))
    .teams;
}

export function readTeams(folder = platformFolder) {
  const home = path.join(folder, 'teams');
  return Object.fromEntries(
    fs
      .readdirSync(home)
      .filter(file => file.endsWith('.yaml'))
      .map(file => [
        path.basename(file, '.yaml'),
        readDocuments(path.join(home, file))[0],
      ]),
  );
}

export function teamProblems(teams, modelTeams, costCentres) {
  const problems = [];
  for (const team of modelTeams.filter(name => !teams[name])) {
    problems.push(`${team} has no file in teams/`);
  }
  for (const [name, { team, costCentre, quota = {} }] of Object.entries(
    teams,
  )) {
    if (!modelTeams.includes(name)) {
      problems.push(`${name} is no product team of the company`);
    }
    if (team !== name) {
      problems.push(`teams/${name}.yaml says that it is ${team}`);
    }
    if (costCentre !== costCentres[name]) {
      problems.push(
        `${name}: ${costCentre} here, ${costCentres[name]} in infra/live/company.json`,
      );
    }
    for (const environment of ['dev', 'staging', 'prod', 'dr'].filter(
      one => !quota[one],
    )) {
      problems.push(`${name} has no quota in ${environment}`);
    }
  }
  return problems;
}
