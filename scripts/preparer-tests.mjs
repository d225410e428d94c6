import { assurerConstruction, assurerDependances, dire, verifierNode } from './outils.mjs';
import { assurerChromium, assurerPostgresql } from './systeme.mjs';

verifierNode();
dire(`Node.js ${process.versions.node} : convient.`);
assurerDependances();
dire('Bibliothèques : en place.');
assurerConstruction();
dire('Application : construite.');
assurerChromium();
dire('Chromium : en place.');
assurerPostgresql();
dire('PostgreSQL : en place.');
